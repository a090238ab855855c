"""A page taken apart, for asking what is in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img", "hr"}


@dataclass(eq=False)
class Tag:
    name: str
    attrs: dict[str, str]
    inside: list[Tag | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    def all(self, name: str, **attrs: str) -> list[Tag]:
        """The tags of this name below, with these attributes; `class_` is one of the classes."""
        found = []
        for part in self.inside:
            if isinstance(part, Tag):
                if part.name == name and all(_has(part, k, v) for k, v in attrs.items()):
                    found.append(part)
                found += part.all(name, **attrs)
        return found

    def every(self) -> list[Tag]:
        return [t for part in self.inside if isinstance(part, Tag) for t in (part, *part.every())]

    def by_id(self, id: str) -> Tag:
        [found] = [tag for tag in self.every() if tag.attrs.get("id") == id]
        return found


def _has(tag: Tag, name: str, value: str) -> bool:
    if name == "class_":
        return value in tag.attrs.get("class", "").split()
    return tag.attrs.get(name) == value


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Tag("", {})]

    def handle_starttag(self, tag, attrs):
        made = Tag(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag, attrs):
        self.open[-1].inside.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
            self.open.pop()

    def handle_data(self, data):
        self.open[-1].inside.append(data)


def parse(html: str) -> Tag:
    """Return the page's root; a tag that is not closed in its place is a failure."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1, f"not closed: {[tag.name for tag in builder.open[1:]]}"
    return builder.open[0]
