"""What people do, one verb a file: the only way the window and the commands reach the rooms below.

Long work comes in three steps, because a workspace belongs to the thread that opened it: *collect* reads the
workspace and is quick, *write* or *seal* is pure work for any thread and can be cancelled, *keep* writes the
result down. What is collected is plain data; what failed or was cancelled between the steps has changed nothing.
"""
