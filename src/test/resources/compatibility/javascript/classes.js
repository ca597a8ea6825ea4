// about: classes with private members, accessors, static blocks and inheritance
// expect.stdout: "1 true 2 static\nB extends A: a+b\nTypeError\n[ 'x' ]\n"
class A {
  #x = 1;
  static #made = 0;
  static kind;
  x = 0;
  constructor() { A.#made++; }
  static { this.kind = 'static'; }
  get secret() { return this.#x; }
  static has(o) { return #x in o; }
  static get made() { return A.#made; }
  name() { return 'a'; }
  static read(o) { return o.#x; }
}
class B extends A {
  name() { return super.name() + '+b'; }
}
const a = new A(), b = new B();
console.log(a.secret, A.has(b), A.made, A.kind);
console.log(`B extends A: ${b.name()}`);
try { A.read({}); } catch (e) { console.log(e.name); }
console.log(Object.keys(a));
