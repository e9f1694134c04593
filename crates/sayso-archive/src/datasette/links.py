"""Links and layout in the pages that Datasette makes of a Sayso archive: a number that names a row leads to what people read of it,
and an article's page shows its text. Written by `sayso export --format datasette`; needs nothing but Datasette."""

from urllib.parse import quote

from datasette import hookimpl
from markupsafe import Markup

# What Datasette calls the archive.
DATABASE = "DATABASE"

# Columns of tables, views and questions, and where their numbers lead.
ROWS = {
    "article": "article/{}",
    "of": "article/{}",
    "copy_of": "article/{}",
    "statement": "statements?id={}",
    "stance_of": "statements?id={}",
    "rests_on": "statements?id={}",
    "within": "statements?id={}",
    "source_id": "statements?source_id={}",
    "part_of": "figures?id={}",
}

# The same for columns that mean something else elsewhere.
ROWS_OF = {
    ("articles", "id"): "article/{}",
    ("statements", "id"): "statement/{}",
    ("sources", "id"): "statements?source_id={}",
    ("statement", "source"): "statements?source_id={}",
}

# Words are given room, and what columns mean takes less of it; a row's page has a line for each column.
STYLE = """
td.col-content, td.col-title, td.col-words { min-width: 20em }
td.col-day { white-space: nowrap }
dl.column-descriptions { columns: 4 16em; font-size: .75em }
dl.column-descriptions dt { break-after: avoid }
body.row .rows-and-columns thead { display: none }
body.row .rows-and-columns tr, body.row .rows-and-columns td { display: block; border: 0 }
body.row .rows-and-columns td { position: relative; padding-left: 9em; min-height: 1.5em; max-width: 42em }
body.row .rows-and-columns td:before { position: absolute; left: 0; margin: 0; font-weight: bold; color: #666 }
"""
NAME = "body.row .rows-and-columns td:nth-of-type({}):before {{ content: '{}' }}\n"


@hookimpl
def extra_css_urls(database, view_name, columns):
    if database != DATABASE:
        return []
    names = "".join(NAME.format(at, name) for at, name in enumerate(columns or [], 1)) if view_name == "row" else ""
    return ["data:text/css," + quote(STYLE + names)]


@hookimpl
def render_cell(value, column, table, database, datasette):
    if database != DATABASE or value is None:
        return None
    if (table, column) == ("article", "text"):
        return Markup('<div style="white-space: pre-wrap">{}</div>').format(value)
    if not isinstance(value, int):
        return None
    link = Markup('<a href="{}">{}</a>')
    root = str(datasette.urls.database(database)) + "/"
    if (table, column) == ("article", "id"):
        views = [link.format(f"{root}{view}?article={value}", view) for view in ("statements", "sources", "figures")]
        return Markup("{}: {}").format(value, Markup(" · ").join(views))
    to = ROWS_OF.get((table, column)) or ROWS.get(column)
    return link.format(root + to.format(value), value) if to else None
