# about: json, csv, base64, xml, toml, pickle, struct, zlib, hashlib, configparser, html and zipfile in memory
# expect.stdout: "{\"a\": [1, null, \"é\"]}\n[['a', 'b,c']]\naGk=\nx\n{'n': 1}\n[1, {2}]\n(1, 2)\n5\n2cf24dba5fb0a30e\nv\n&lt;a&gt;\n['f.txt']\nhttps://x.org/b?q=1\n"
import base64
import configparser
import csv
import hashlib
import html
import io
import json
import pickle
import struct
import tomllib
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib

print(json.dumps({"a": [1, None, "é"]}, ensure_ascii=False))
print(list(csv.reader(io.StringIO('a,"b,c"'))))
print(base64.b64encode(b"hi").decode())
print(ElementTree.fromstring("<a><b>x</b></a>").findtext("b"))
print(tomllib.loads("n = 1"))
print(pickle.loads(pickle.dumps([1, {2}])))
print(struct.unpack("<hh", struct.pack("<hh", 1, 2)))
print(len(zlib.decompress(zlib.compress(b"hello"))))
print(hashlib.sha256(b"hello").hexdigest()[:16])
parser = configparser.ConfigParser()
parser.read_string("[s]\nk = v")
print(parser["s"]["k"])
print(html.escape("<a>"))
archive = io.BytesIO()
with zipfile.ZipFile(archive, "w") as z:
    z.writestr("f.txt", "text")
print(zipfile.ZipFile(archive).namelist())
print(urllib.parse.urljoin("https://x.org/a", "b?q=1"))
