"""What a name is, by its own words and by what stands around it; and what looks like a name and is none."""

from __future__ import annotations

import pytest

from tests.extract.test_mentions import kinds

KINDS = [
    ("fr", "Une attaque avait fait 12 morts à Nassombou en décembre 2016.", "Nassombou", "Place"),
    ("fr", "Les attaques près de Velyka Chapka ont été stoppées.", "Velyka Chapka", "Place"),
    ("fr", "Ils ont libéré le président Ibrahim Abou Kanté (IAK).", "IAK", "Person"),
    ("fr", "Le pays a lancé un missile balistique intercontinental (ICBM).", "ICBM", "Artifact"),
    ("fr", "L'armée a abattu un véhicule aérien sans pilote (UAV) jeudi.", "UAV", "Artifact"),
    ("fr", "Il a réuni les siens au siège du parti El Adila.", "El Adila", "Organization"),
    ("fr", "Le système de défense aérienne syrien S-200 a abattu un avion.", "S-200", "Artifact"),
    ("fr", "Le blessé a été transporté au CHU de Rouen.", "CHU de Rouen", "Place"),
    ("fr", "Le membre du Comité de défense des détenus a été arrêté.", "Comité de défense des détenus", "Organization"),
    (
        "fr",
        "Ils ont protesté dans la salle d'audience de la Cour d'appel de Conakry.",
        "Cour d'appel de Conakry",
        "Organization",
    ),
    ("fr", "Il est né à Garoua, ville natale de Tirombé.", "Tirombé", "Person"),
    ("fr", "Le procureur adjoint de la République de Nîmes a confirmé.", "Nîmes", "GeopoliticalEntity"),
    ("fr", "Les Houthis du Yémen ont tiré un missile.", "Houthis", "Force"),
    ("en", "Insurgents overran buildings in the Musa Qalat district.", "Musa Qalat", "GeopoliticalEntity"),
    ("en", "The hostages were held in the notorious Sambisat forest.", "Sambisat", "Place"),
    ("en", "Ansar al-Khalvar is based in the Philippines.", "Ansar al-Khalvar", "Force"),
    ("en", "He joined al-Khalvar Brigades in 2006.", "al-Khalvar Brigades", "Force"),
    ("en", "Its partner Eli Marlow and Co. paid damages.", "Eli Marlow and Co.", "Organization"),
    ("en", "Members of the Jaime Marinez Front killed four soldiers.", "Jaime Marinez Front", "Organization"),
    ("en", "Police were called to East Harris Boulevard.", "East Harris Boulevard", "Place"),
    ("en", "Peacekeepers recovered two AK47s.", "AK47s", "Artifact"),
    ("en", "They were stopped in Barangay Kan Islat.", "Barangay Kan Islat", "Place"),
    ("en", "It was backed by the leader of the Blue and White party Benny Gantor.", "Benny Gantor", "Person"),
    ("en", "The UN special envoy for Syria Staffan de Marel met the parties.", "Staffan de Marel", "Person"),
    ("en", "The company withdrew its heartburn drug, Zantam.", "Zantam", "Artifact"),
    ("en", "Norvex said on Monday it would appoint a new chairman.", "Norvex", "Organization"),
    ("en", "Soligen plans to lay off 400 people.", "Soligen", "Organization"),
    ("en", "The union has members at carmakers including Norvex and Tildon.", "Tildon", "Organization"),
    ("en", "Three other carriers, Ibero Jet, Northwind and Sorel Air, were fined.", "Northwind", "Organization"),
    ("en", "A hacker group calling itself Grey Lantern stole the files.", "Grey Lantern", "Organization"),
    ("en", "Activist investor Carrow Capital wants two seats on the board.", "Carrow Capital", "Organization"),
    ("en", "Growth has since stalled as rivals Fennix and Odyssey Plus rolled out cheaper plans.", "Fennix", "Organization"),
    ("en", "Rival Hartwell Corp last week raised its forecast.", "Hartwell Corp", "Organization"),
    ("en", "A server run by a contractor, Bexley Data Services, was hacked.", "Bexley Data Services", "Organization"),
    ("en", "Calderon Motors cut its forecast. Analysts downgraded Calderon.", "Calderon", "Organization"),
    ("fr", "Des entreprises comme Norvane et Tildour ont fermé.", "Norvane", "Organization"),
]


@pytest.mark.parametrize(("lang", "text", "name", "kind"), KINDS)
def test_a_name_is_what_its_words_and_its_neighbours_say(lang: str, text: str, name: str, kind: str) -> None:
    assert kinds(lang, text)[name] == kind


NOTHING = [
    ("fr", "Un séisme de magnitude 7,7 sur l'échelle de Richter a fait dix morts.", "Richter"),
    ("fr", "Le cyclone Chida a frappé Mayotte. Chida a tué douze personnes.", "Chida"),
    ("fr", "L'armée a lancé l'opération « Galves de fer » contre le Hamas.", "Galves"),
    ("fr", "Ils ont discuté d'une rencontre Zelensky-Poutine.", "Zelensky-Poutine"),
    ("fr", "Ils ont été arrêtés lors d'une manifestation anti-Poutine.", "anti-Poutine"),
    ("fr", "Il milite pour la justice sociale.", "justice sociale"),
    ("fr", "Les négociateurs ont progressé vers une résolution complète du conflit.", "résolution complète"),
    ("fr", "Il a été présenté à un juge « qui a prononcé sa mise en examen ».", "juge «"),
    ("fr", "Le ministre a informé le Congrès américain du lancement d'une étude.", "Congrès américain du lancement"),
    ("en", "Riot police fought demonstrators.", "Riot"),
    ("en", "He was taken to the University of New Mexico Hospital.", "Mexico"),
    ("en", "Several cases of Lassa fever were reported.", "Lassa"),
    ("en", "He warned that a delay beyond August would hurt production.", "August"),
    ("en", "The shares fell around noon Pacific Standard Time.", "Pacific Standard Time"),
    ("en", "The firm will cut 1,700 jobs from its labor force.", "labor force"),
]


@pytest.mark.parametrize(("lang", "text", "name"), NOTHING)
def test_what_only_looks_like_a_name(lang: str, text: str, name: str) -> None:
    assert name not in kinds(lang, text)
