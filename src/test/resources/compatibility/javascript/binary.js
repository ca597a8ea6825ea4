// about: typed arrays, DataView, ArrayBuffer and JSON
// expect.stdout: "Uint8Array(3) [ 1, 2, 255 ]\n1.5 4\n[1,{\"a\":null}] [ 1, 'x' ]\n3 true\n"
console.log(Uint8Array.of(1, 2, -1));
const view = new DataView(new ArrayBuffer(4));
view.setFloat32(0, 1.5);
console.log(view.getFloat32(0), view.byteLength);
console.log(JSON.stringify([1, { a: NaN, b: undefined }]), JSON.parse('[1, "x"]'));
console.log(new Float64Array([1, 2]).reduce((x, y) => x + y), ArrayBuffer.isView(view));
