# about: sqlite3 in memory
# expect.stdout: "[('b', 3), ('a', 2)]\n[1, 2, 3]\nIntegrityError\n"
import sqlite3

with sqlite3.connect(":memory:") as db:
    db.execute("create table t (name text, n integer unique)")
    db.executemany("insert into t values (?, ?)", [("a", 2), ("b", 3)])
    print(db.execute("select * from t order by n desc").fetchall())
    print([row[0] for row in db.execute(
        "with recursive c(x) as (select 1 union all select x + 1 from c where x < 3) select x from c")])
    try:
        db.execute("insert into t values ('c', 3)")
    except sqlite3.Error as error:
        print(type(error).__name__)
