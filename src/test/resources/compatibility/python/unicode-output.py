# about: text in any script, on both sides of the pipe
# expect.stdout: "你好 😀 שלום ß 👩‍💻\n4 6\n"
print("你好 😀 שלום ß 👩\u200d💻")
print(len("שלום"), len("你好".encode()))
