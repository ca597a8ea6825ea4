// about: process ends nothing but, at most, the run
// expect.status: error
process.kill(1, 9);
process.exit(0);
