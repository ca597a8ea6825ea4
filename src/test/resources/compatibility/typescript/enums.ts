// about: enums of numbers and texts, constant enums and reverse mapping
// expect.stdout: "0 Green blue 4\n[ 'Red', 'Green' ]\n"
enum Color { Red, Green }
enum Name { Blue = 'blue' }
const enum Flag { A = 1 << 2 }
console.log(Color.Red, Color[1], Name.Blue, Flag.A);
console.log(Object.values(Color).filter(v => typeof v === 'string'));
