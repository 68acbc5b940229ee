"""The same targets for hypothesis, in every run of the tests, and for atheris, for hours (`make fuzz`)."""
