# about: code that goes on after a RecursionError
# expect.status: success
# expect.stdout: "caught 3 times\n"
def down():
    return down() + 1


caught = 0
for _ in range(3):
    try:
        down()
    except RecursionError:
        caught += 1
print("caught", caught, "times")
