// about: a toJSON of the value itself is honoured, and calls return_val in vain
// expect.status: success
// expect.ret_val: "{\"when\":\"outer\"}"
return_val({
  toJSON() {
    return_val('inner');
    return { when: 'outer' };
  },
});
