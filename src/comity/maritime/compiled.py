"""Every compiled loop of this room, compiled into its cache at set-up, so that no officer waits for one."""


def compile_kernels() -> None:
    """Compile them all, each with a few rows; a part of the room adds its own here."""
    from comity.maritime.detectors.compiled import compile_detectors
    from comity.maritime.identity_tracks import compile_tracks
    from comity.maritime.validity import compile_validity

    compile_detectors()
    compile_tracks()
    compile_validity()
    compile_listening()


def compile_listening() -> None:
    """Compile, or load, what hears ships: a receiver is opened when it is there, so that no distress waits for it."""
    from comity.maritime.aivdm import decode
    from comity.maritime.picture import compile_picture

    decode(b"!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\n")
    compile_picture()
