"""The window: the only room with Qt. It arranges, shows and asks; every verb is a use case, every rule the engine's.

* `app` starts it, `main_window` arranges the pages, `pages/` holds one file a page, `form/` draws the live form,
  `widgets/` one file a kind of answer: a setter, one signal, no rule, no repository.
* `bridge.SessionBridge` is the only object that speaks to a `FormSession`; `desk.Desk` the only one that asks the
  workspace for something, through `usecases`. Long work runs in `jobs`, away from the window's thread.
* `theme` holds every size and colour, `stylesheet` turns them into Qt's; `messages` turns error codes into sentences.
* Sentences stand in French in the code and go through Qt's translation (`i18n`); Arabic and English lie in
  `resources/i18n/*.ts`. What must follow a change of language, direction or colours is registered with `live.keep`.
"""
