// What Tauri puts into a page before it starts, spoken over the loopback instead. Test-only.
(() => {
  // As `freezePrototype` in tauri.conf.json: a library that cannot live with it is to fail here too.
  Object.freeze(Object.prototype);

  const token = "__TOKEN__";
  const callbacks = new Map();
  const listeners = new Map();
  let last = 0;

  const transformCallback = (callback, once = false) => {
    const id = ++last;
    callbacks.set(id, (value) => {
      if (once) callbacks.delete(id);
      return callback?.(value);
    });
    return id;
  };

  const tell = (event, payload) => {
    for (const [id, listener] of listeners) {
      if (listener.event === event) callbacks.get(listener.handler)?.({ event, id, payload });
    }
  };

  const post = async (path, body) => {
    const answer = await fetch(`${path}?token=${token}`, { method: "POST", body: JSON.stringify(body ?? {}) });
    const text = await answer.text();
    const value = text === "" ? null : JSON.parse(text);
    if (!answer.ok) throw value;
    return value;
  };

  const invoke = async (command, args) => {
    switch (command) {
      case "plugin:event|listen": {
        const id = ++last;
        listeners.set(id, { event: args.event, handler: args.handler });
        return id;
      }
      case "plugin:event|unlisten":
        listeners.delete(args.eventId);
        return null;
      // A path is asked for: the next prepared answer, or "cancelled" when there is none.
      case "plugin:dialog|open":
      case "plugin:dialog|save":
        return post("/ask", args);
      default:
        return post(`/invoke/${encodeURIComponent(command)}`, args);
    }
  };

  const here = { label: "main", windowLabel: "main" };
  window.__TAURI_INTERNALS__ = {
    invoke,
    transformCallback,
    unregisterCallback: (id) => callbacks.delete(id),
    convertFileSrc: (path) => path,
    metadata: { currentWindow: here, currentWebview: here },
  };
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = {
    unregisterListener: (_event, id) => listeners.delete(id),
  };

  const stream = new EventSource(`/events?token=${token}`);
  stream.onmessage = (message) => {
    const { event, payload } = JSON.parse(message.data);
    tell(event, payload);
  };

  // What a journey may cause that a browser cannot: files of the system over the window, prepared answers to
  // questions for a path.
  window.__bridge = {
    hover: (paths) => tell("tauri://drag-enter", { paths, position: { x: 0, y: 0 } }),
    leave: () => tell("tauri://drag-leave", null),
    drop: (paths, x = 0, y = 0) => {
      const position = { x: x * devicePixelRatio, y: y * devicePixelRatio };
      tell("tauri://drag-drop", { paths, position });
    },
    answer: (...paths) => post("/answers", paths),
    emit: tell,
  };
})();
