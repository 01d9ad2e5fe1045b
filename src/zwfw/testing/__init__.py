"""Test your own system against the norms: :mod:`~zwfw.testing.strategies` and :mod:`~zwfw.testing.kits` (自测工具).

Both need the extra ``testing``.
"""
