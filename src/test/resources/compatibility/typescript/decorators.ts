// about: decorators of classes and methods
// expect.stdout: "method greet\nclass Greeter\nhello!\n"
function named(target: any): void { console.log('class', target.name); }
function loud(target: any, key: string, descriptor: PropertyDescriptor): void {
  console.log('method', key);
  const original = descriptor.value;
  descriptor.value = function (...args: unknown[]) { return original.apply(this, args) + '!'; };
}
@named
class Greeter {
  @loud
  greet(): string { return 'hello'; }
}
console.log(new Greeter().greet());
