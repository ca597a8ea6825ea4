// about: TextEncoder, TextDecoder, atob and btoa
// expect.stdout: "228,189,160,240,159,152,128\n你😀 �\naGk= hi\nInvalidCharacterError\n{ read: 1, written: 3 }\n"
const bytes = new TextEncoder().encode('你😀');
console.log(String([...bytes]));
console.log(new TextDecoder().decode(bytes), new TextDecoder('utf-8').decode(new Uint8Array([0xff])));
console.log(btoa('hi'), atob('aGk='));
try { btoa('你'); } catch (e) { console.log(e.name); }
console.log(new TextEncoder().encodeInto('你', new Uint8Array(4)));
