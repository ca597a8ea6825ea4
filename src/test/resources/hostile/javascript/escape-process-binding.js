// about: no inner door of Node
// expect.status: error
process.binding('fs');
