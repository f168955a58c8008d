package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.web.PortalSettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of a dataset in schema.org's words, for search engines. */
@Component
class LinkedData {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final PortalSettings portal;

  LinkedData(PortalSettings portal) {
    this.portal = portal;
  }

  /** JSON-LD that may stand inside a page: no sign of it can end the element it is in. */
  String of(Dataset dataset, Version version, Publisher publisher) {
    Description said = version.description();
    ObjectNode data = JSON.createObjectNode();
    data.put("@context", "https://schema.org/");
    data.put("@type", "Dataset");
    data.put("@id", portal.link(CatalogPaths.dataset(dataset.slug())));
    data.put("url", portal.link(CatalogPaths.dataset(dataset.slug())));
    data.put("identifier", CatalogPaths.identifier(dataset.id()));
    data.put("name", said.title());
    data.put("description", said.summary().isBlank() ? said.title() : said.summary());
    data.put("inLanguage", "fr");
    data.put("isAccessibleForFree", true);
    data.put("version", version.number());
    data.put("dateCreated", dataset.createdAt().toString());
    data.put("dateModified", String.valueOf(version.publishedAt()));
    if (!said.license().url().isEmpty()) {
      data.put("license", said.license().url());
    }
    if (said.period() != null) {
      data.put("temporalCoverage", said.period());
    }
    ArrayNode keywords = data.putArray("keywords");
    said.keywords().forEach(keywords::add);
    ObjectNode organization = data.putObject("publisher");
    organization.put("@type", "GovernmentOrganization");
    organization.put("name", publisher.name());
    organization.put("url", portal.link(publisher.href()));
    ArrayNode variables = data.putArray("variableMeasured");
    version.columns().forEach(column -> variables.add(column.title()));
    ArrayNode files = data.putArray("distribution");
    for (Distribution file : version.distributions()) {
      ObjectNode download = files.addObject();
      download.put("@type", "DataDownload");
      download.put("encodingFormat", file.format().mediaType());
      download.put("contentSize", Long.toString(file.size()));
      download.put("sha256", file.sha256());
      download.put(
          "contentUrl",
          portal.link(
              CatalogPaths.dataset(dataset.slug())
                  + "/fichiers/"
                  + CatalogPaths.fileName(dataset.slug(), version, file.format())));
    }
    return JSON.writeValueAsString(data)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
