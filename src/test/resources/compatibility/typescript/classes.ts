// about: parameter properties, abstract classes, generics, overloads and private members
// expect.stdout: "p 2 secret\nCircle 3.14\nn1 sx\n"
class Point<T = string> {
  #secret = 'secret';
  constructor(private readonly x: T, public y: number = 2) {}
  show(): string { return `${this.x} ${this.y} ${this.#secret}`; }
}
abstract class Shape { abstract area(): number; toString(): string { return `${this.constructor.name} ${this.area().toFixed(2)}`; } }
class Circle extends Shape { override area(): number { return Math.PI; } }
function f(x: number): string;
function f(x: string): string;
function f(x: number | string): string { return typeof x === 'number' ? `n${x}` : `s${x}`; }
console.log(new Point('p').show());
console.log(String(new Circle()));
console.log(f(1), f('x'));
