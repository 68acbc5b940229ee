// The editor over this server alone: no look-ups of prefixes or terms elsewhere, and the library of saved queries.
(async () => {
  const library = await (await fetch("saved")).json();
  const endpoint = new URL("query", location.href).href;
  Yasgui.Yasqe.defaults.autocompleters = [];
  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    endpointCatalogueOptions: { getData: () => [] },
    persistencyExpire: 60 * 60 * 24 * 30,
  });
  const show = (query) => {
    const tab = yasgui.getTab() ?? yasgui.addTab(true);
    tab.setEndpoint(endpoint);
    tab.setQuery(query.query);
    document.getElementById("about").textContent = query.description;
  };
  const chooser = document.getElementById("saved");
  for (const query of library) {
    chooser.append(new Option(query.title, query.name));
  }
  chooser.addEventListener("change", () => {
    const query = library.find((each) => each.name === chooser.value);
    if (query) {
      show(query);
      yasgui.getTab().query();
    }
  });
  show(library.find((each) => each.name === "who-did-what"));
})();
