console.table([{a:1,b:'x'},{a:2,c:{d:1}}]); console.table([1,'b',[2,3]]); console.table(new Map([['k',1],[{a:1},2]])); console.table(new Set([1])); console.table({r1:{c1:1},r2:{c2:2}}); console.table([[1,2],[3,4]]); console.table(5); console.table([{a:1,b:2}],['b']); console.table([{name:'中文',v:1}]);console.table([]);console.table([null,undefined,{a:null}])
console.group('G1','%s',1); console.log('in\nner'); console.group(); console.info({a:1,b:[1,2]}); console.groupEnd(); console.debug('x'); console.groupEnd(); console.log('out');
console.count(); console.count('x'); console.count(); console.countReset(); console.count();
console.dir({a:{b:{c:{d:1}}}},{depth:0}); console.dir({a:{b:{c:{d:1}}}},{depth:null}); console.dirxml({a:1},[2]);
console.assert(true,'no'); console.log(typeof console.time, console.log.name, console.error.name, Object.prototype.toString.call(console));
console.log(); console.log(''); console.log(undefined); console.groupEnd(); console.log({ [Symbol.for('nodejs.util.inspect.custom')](d,o,i){return 'CUSTOM '+d+typeof o.stylize+i({q:1})} });
console.log(new Error('m').stack.split('\n')[0]); console.log([new (class V extends Error{constructor(m){super(m);this.name='Vname'}})('z')].length)
console.log("%s|%d|%i|%f|%j|%o|%O|%c|%%|%x", 's', 1, 2.5, 3.5, {a:1}, [1], {b:2}, 'css', 'extra', {z:1})
