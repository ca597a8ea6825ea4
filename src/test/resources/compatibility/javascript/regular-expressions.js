// about: named groups, look-behind, sticky, indices and set notation
// expect.stdout: "2024 07\n[ '5' ]\n[ 2, 4 ]\n[ 'b', 'c' ]\n01/07/2024\n"
const m = '2024-07'.match(/(?<year>\d{4})-(?<month>\d\d)/);
console.log(m.groups.year, m.groups.month);
console.log('$5 €6'.match(/(?<=\$)\d/g));
console.log(/bc/d.exec('xabcd'.slice(1 - 1)).indices[0].map(n => n));
console.log('abc'.match(/[\p{L}--[a]]/gv));
console.log('2024-07-01'.replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1'));
