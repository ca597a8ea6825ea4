// Runs once per worker, as a run would: what V8 compiles meanwhile of the scripts that runs load when they need them is kept
// as their code cache. So it touches of each what most code touches.
const url = new URL('../b/c?d=e%20f&g=h#i', 'https://user:secret@example.org:8080/a/');
url.searchParams.append('j', 'k l');
url.pathname = '/m';
url.host = 'example.com:99';
console.log(url, url.href, [...new URLSearchParams({ a: '1' })], new URLSearchParams('b=2&c=3').get('c'), URL.canParse('x:y'));
console.log(new TextDecoder().decode(new TextEncoder().encode('caf\u00e9 \u20ac \u{1f600}')), new TextDecoder('latin1').decode(new Uint8Array([233])));
console.log(new URL('http://b\u00fccher.example/').host, new TextDecoder('shift_jis').decode(new Uint8Array([0x82, 0xa0])));
console.log(atob(btoa('text')));
console.log(structuredClone({ a: [1, new Date(0), new Map([[1, new Set([2])]])], b: new Uint8Array(2) }));
console.log(performance.now(), crypto.getRandomValues(new Uint8Array(4)), crypto.randomUUID());
try {
  new URL('not a url');
} catch (error) {
  console.log(error.message);
}
