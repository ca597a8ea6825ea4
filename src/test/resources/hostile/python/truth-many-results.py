# about: a thousand large results, the last counts
# expect.status: success
# expect.ret_val: "last"
# limits.timeout_ms: 20000
for _ in range(200):
    return_val("x" * 1000000)
return_val("last")
