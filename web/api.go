package web

func (a *App) api() {}
