// about: decorators of classes and methods
// expect.stdout: "method greet\nclass Greeter\nhello!\n"
function named(target: new () => object, context: ClassDecoratorContext): void { console.log(context.kind, target.name); }
function loud(method: (this: Greeter) => string, context: ClassMethodDecoratorContext) {
  console.log(context.kind, context.name);
  return function (this: Greeter): string { return method.call(this) + '!'; };
}
@named
class Greeter {
  @loud
  greet(): string { return 'hello'; }
}
console.log(new Greeter().greet());
