# about: quit is there as well
# expect.status: success
# expect.stdout: "before\n"
print("before")
quit()
print("after")
