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
performance.mark('here');
console.log(performance.measure('all').name, performance.getEntriesByType('mark').length);
const target = new EventTarget();
target.addEventListener('x', (event) => console.log(event.type), { once: true });
target.dispatchEvent(new Event('x'));
const controller = new AbortController();
controller.signal.addEventListener('abort', () => {});
controller.abort();
console.log(controller.signal, new Blob(['a', new Uint8Array(1)]).size);
console.log(Buffer.from('aGVsbG8=', 'base64').toString(), Buffer.from('\u00e9').toString('hex'), Buffer.concat([Buffer.alloc(1), Buffer.from([2])]));
// Every algorithm once, so that the worker's JVM has loaded it before it gives up its files.
for (const hash of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) {
  crypto.subtle.digest(hash, new Uint8Array(1));
  crypto.subtle.importKey('raw', new Uint8Array(1), { name: 'HMAC', hash }, true, ['sign', 'verify'])
    .then((key) => crypto.subtle.sign('HMAC', key, new Uint8Array(1)));
}
try {
  new URL('not a url');
} catch (error) {
  console.log(error.message);
}
