// about: types of all kinds go away
// expect.stdout: "{ a: 1 } 2 [ 'x', 1 ] true\n"
type Keys<T> = { readonly [K in keyof T as `get${Capitalize<K & string>}`]?: () => T[K] };
type Unwrap<T> = T extends Promise<infer U> ? Unwrap<U> : T;
interface Named { readonly name: string; [key: string]: unknown }
declare const nowhere: Keys<Named>;
function isString(x: unknown): x is string { return typeof x === 'string'; }
const value = { a: 1 } satisfies Record<string, number>;
const two: Unwrap<Promise<number>> = 2;
const tuple = ['x', 1] as const;
console.log(value, two!, tuple as readonly unknown[], isString(<any>'x'));
