@rem The scripts in package.json begin with the shell's own exec, so that no shell stands between npm and Node
@rem and keeps signals to itself. Windows has no such word; this is it.
@%*
