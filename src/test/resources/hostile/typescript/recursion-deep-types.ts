// about: types nested deeper than a parser may go end in an answer
// expect.status: success
// limits.timeout_ms: 10000
type Deep = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]];
return_val('x' as string);
