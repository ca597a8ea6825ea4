# about: a value that contains itself
# expect.status: error
# expect.error_type: ValueError
cycle = []
cycle.append(cycle)
return_val(cycle)
