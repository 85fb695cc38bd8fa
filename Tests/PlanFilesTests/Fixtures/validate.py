"""Holds YAML texts against the JSON Schema of plans, with readers that are not ours.

usage: validate.py SCHEMA < [{"definition": "plan", "text": "..."}, ...]

Prints one word a line for each text: accepted, rejected, or unreadable.
"""

import json
import re
import sys

import jsonschema
import yaml


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads scalars by the core schema of YAML 1.2, as editors do, and not by YAML 1.1."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def integer(loader, node):
    # In YAML 1.1 a leading zero would make a number octal.
    return int(loader.construct_scalar(node), 10)


CoreLoader.add_constructor("tag:yaml.org,2002:int", integer)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validators = {
    name: jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})
    for name in ["plan", "decisions"]
}
for case in json.load(sys.stdin):
    try:
        value = yaml.load(case["text"], Loader=CoreLoader)
    except yaml.YAMLError:
        print("unreadable")
        continue
    print("accepted" if validators[case["definition"]].is_valid(value) else "rejected")
