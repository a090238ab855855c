"""The data of the first picture: built with pyvis, placed by us, nothing else of pyvis used."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

from loaders.records import RelationType
from tests.visual.forest import ask, evil, health, hub
from visual.layout import place
from visual.network import NEAR_LIMIT, NODE_CAP, draw, picture_data, rank_of
from visual.texts import load_texts

T = load_texts()
GOVERNMENT = "vn.139-nq-cp.2017-12-31"


def test_cards_and_lines_of_the_first_hop():
    asked = ask(health().store(), GOVERNMENT)
    data = picture_data(GOVERNMENT, asked.near, T, service=True)
    net = data["network"]
    assert {node["id"]: node["level"] for node in net["nodes"]} == {
        "vn.20-nq-tw.2017-10-25": -1,
        GOVERNMENT: 0,
        "vn-dong-thap.88-kh-ubnd.2018-03-12": 1,
        "vn-ha-giang.88-kh-ubnd.2018-03-12": 1,
        "vn-yen-bai.88-kh-ubnd.2018-03-12": 1,
    }
    assert {(edge["from"], edge["to"]) for edge in net["edges"]} == {
        (GOVERNMENT, "vn.20-nq-tw.2017-10-25"),
        ("vn-dong-thap.88-kh-ubnd.2018-03-12", GOVERNMENT),
        ("vn-ha-giang.88-kh-ubnd.2018-03-12", GOVERNMENT),
        ("vn-yen-bai.88-kh-ubnd.2018-03-12", GOVERNMENT),
    }
    assert net["options"]["physics"] == {"enabled": False}
    assert (
        net["nodes"][0]["label"]
        == "20-NQ/TW\n25/10/2017 · Ban Chấp hành Trung ương Đảng (khóa XII)"
    )


def test_positions_are_those_of_the_layout():
    asked = ask(health().store(), GOVERNMENT)
    net = draw(asked.near[0].document, asked.near, T)
    documents = [asked.view.document, *(i.document for n in asked.near for i in n.items)]
    ranked = [d.key for d in sorted(documents, key=rank_of)]
    places = place(GOVERNMENT, ranked, [(e["from"], e["to"]) for e in net["edges"]])
    assert {n["id"]: (n["x"], n["y"]) for n in net["nodes"]} == {
        key: (spot.x, spot.y) for key, spot in places.items()
    }


def test_a_work_stands_under_its_act():
    asked = ask(health().store(), GOVERNMENT)
    up, down = asked.near
    plan = "vn-ha-giang.88-kh-ubnd.2018-03-12"
    [item] = [i for i in down.items if i.document.key == plan]
    stored = item.steps[0].edge._replace(target="vn.chuong-trinh.2017")
    moved = item._replace(steps=(item.steps[0]._replace(edge=stored),))
    lineage = replace(down, items=(moved,), carriers={GOVERNMENT: ("vn.chuong-trinh.2017",)})
    net = draw(down.document, (up, lineage), T)
    assert (plan, GOVERNMENT) in {(edge["from"], edge["to"]) for edge in net["edges"]}


def test_a_hub_is_drawn_in_part():
    forest, top = hub(NODE_CAP + 40)
    asked = ask(forest.store(), top)
    data = picture_data(top, asked.near, T, service=True)
    assert len(data["network"]["nodes"]) == NEAR_LIMIT + 1
    assert data["answers"][1]["total"] == NODE_CAP + 40
    whole = replace(asked.descendants, items=asked.descendants.items * 1)
    assert len(draw(top_of(asked), (whole,), T)["nodes"]) == len(whole.items) + 1


def top_of(asked):
    return asked.view.document


def test_the_data_are_json_and_the_same_each_time():
    asked = ask(evil()[0].store(), "vn.2-kh-ubnd.2021")
    texts = [
        json.dumps(picture_data("vn.2-kh-ubnd.2021", asked.near, T, service=True)) for _ in range(2)
    ]
    assert texts[0] == texts[1]
    assert {row["type"] for row in json.loads(texts[0])["theme"]["relations"]} == set(RelationType)


def test_pyvis_is_not_loaded_before_a_picture_is_drawn():
    code = (
        "import sys, visual.document_page; print('pyvis' in sys.modules, 'IPython' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == ["False", "False"]
