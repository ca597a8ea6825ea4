// about: types that grow without an end cost nothing: they are not worked out
// expect.status: success
// expect.ret_val: "1"
type Grow<T extends unknown[]> = Grow<[...T, ...T, unknown]>;
type Bomb = Grow<[1]>;
return_val(1 as unknown as number);
