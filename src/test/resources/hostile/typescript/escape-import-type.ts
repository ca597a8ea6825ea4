// about: an import of types only is none
// expect.status: success
// expect.ret_val: "1"
import type { Stats } from 'fs';
const stats: Stats | undefined = undefined;
return_val(stats ?? 1);
