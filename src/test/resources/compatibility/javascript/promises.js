// about: promises, microtasks, timers and their order
// expect.stdout: "sync\ntick\nmicro\nthen\ntimeout 0\ntimeout 5\n[ 'fulfilled', 'rejected' ] 1 2\nAggregateError 3 ticks\nresolved\n"
setTimeout(() => console.log('timeout 5'), 5);
setTimeout(() => console.log('timeout 0'), 0);
Promise.resolve().then(() => console.log('tick'));
queueMicrotask(() => console.log('micro'));
Promise.resolve().then(() => console.log('then'));
console.log('sync');
await new Promise(done => setTimeout(done, 30));
const settled = await Promise.allSettled([1, Promise.reject(new Error())]);
console.log(settled.map(s => s.status), await Promise.race([1, 2]), await Promise.any([Promise.reject(), 2]));
const none = await Promise.any([Promise.reject(1)]).catch(e => e.name);
let ticks = 0;
await new Promise(done => { const i = setInterval(() => { if (++ticks === 3) { clearInterval(i); done(); } }, 1); });
console.log(none, ticks, 'ticks');
const { promise, resolve } = Promise.withResolvers();
clearTimeout(setTimeout(() => console.log('never'), 1));
setTimeout(resolve, 3, 'resolved');
console.log(await promise);
