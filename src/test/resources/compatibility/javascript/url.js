// about: URL and URLSearchParams
// expect.stdout: "https://user:pw@example.org:8443/a/c?q=%C3%A4&r=1#h\nexample.org 8443 /a/c #h\nä [ '1', '2' ]\na=1+2&b=%26\nTypeError false\nxn--fsqu00a.cn\n"
const u = new URL('../c?q=ä&r=1#h', 'https://user:pw@EXAMPLE.org:8443/a/b/');
console.log(u.href);
console.log(u.hostname, u.port, u.pathname, u.hash);
u.searchParams.append('r', '2');
console.log(u.searchParams.get('q'), u.searchParams.getAll('r'));
console.log(new URLSearchParams({ a: '1 2', b: '&' }).toString());
try { new URL('nonsense'); } catch (e) { console.log(e.name, URL.canParse('nonsense')); }
console.log(new URL('http://例子.cn/').hostname);
