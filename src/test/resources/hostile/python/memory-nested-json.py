# about: a result that is too deep to be serialized
# expect.status: error
# expect.error_type: RecursionError
nested = []
for _ in range(100000):
    nested = [nested]
return_val(nested)
