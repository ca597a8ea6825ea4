# about: a function that calls itself
# expect.status: error
# expect.error_type: RecursionError
# expect.error_line: 6
def down():
    return down() + 1


down()
