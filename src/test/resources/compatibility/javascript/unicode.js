// about: Unicode property escapes, normalize, code points and well-formed strings
// expect.stdout: "[ '中', '文' ] true\ntrue é\n1 128512 2\ntrue false �\n[ 'é', '👩‍💻' ]\nISTANBUL i̇\n"
console.log('a中b文'.match(/\p{Script=Han}/gu), /^\p{Lu}\p{Ll}$/u.test('Éa'));
console.log('e\u0301'.normalize('NFC') === 'é', 'é'.normalize('NFD').normalize('NFKC'));
console.log([...'😀'].length, '😀'.codePointAt(0), '😀'.length);
console.log('a'.isWellFormed(), '\ud800'.isWellFormed(), '\ud800'.toWellFormed());
console.log([...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment('é👩‍💻')].map(s => s.segment));
console.log('istanbul'.toUpperCase(), 'İ'.toLowerCase());
