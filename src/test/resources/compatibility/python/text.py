# about: difflib, textwrap, re, string, unicodedata and shlex
# expect.stdout: "0.8\n['- b', '+ c']\n['the quick', 'brown fox']\n[('2024', '07')]\nhello world\né 2\n['a', 'b c']\nÉCOLE strasse\n"
import difflib
import re
import shlex
import string
import textwrap
import unicodedata

print(difflib.SequenceMatcher(None, "hello", "hallo").ratio())
print([line for line in difflib.ndiff(["a", "b"], ["a", "c"]) if line[0] in "+-"])
print(textwrap.wrap("the quick brown fox", 10))
print(re.findall(r"(?P<year>\d{4})-(\d\d)", "on 2024-07-01"))
print(string.Template("hello $who").substitute(who="world"))
print(unicodedata.normalize("NFC", "e\u0301"), len(unicodedata.normalize("NFD", "é")))
print(shlex.split("a 'b c'"))
print("école".upper(), "Straße".casefold())
