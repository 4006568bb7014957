"""Checks, and what they see: declared (`declare`), fed (`draw`), run on an implementation (`lab`, `observe`), compared (`compare`,
`difference`, `gradient`), and what the reference and the known mistakes give (`materials`, `variants`, `oracle`).

Nothing here knows how a student's code is confined: an implementation is a function that carries out requests.
"""
