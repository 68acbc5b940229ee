"""Packages and their data; everything else is in pyproject.toml.

ontologies/ stands at the top of the project, since it is for everybody, and is installed as kg/ontologies. A static
table can't say both that and "every package below kg".
"""

from setuptools import find_namespace_packages, setup

setup(
    packages=[*find_namespace_packages(include=["kg", "kg.*"], exclude=["*__pycache__*"]), "kg.ontologies"],
    package_dir={"kg.ontologies": "ontologies"},
    package_data={"": ["*"]},
    exclude_package_data={"": ["*.pyc"]},
)
