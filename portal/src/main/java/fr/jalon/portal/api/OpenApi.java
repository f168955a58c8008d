package fr.jalon.portal.api;

import fr.jalon.engine.query.Measure;
import fr.jalon.engine.query.Operator;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.CatalogQuery.Facet;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.web.ApiOperation;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API described for programs, by OpenAPI 3.1: once for all datasets, and once for each, with
 * its own columns. A test holds it to the routes there really are.
 */
@Component
class OpenApi {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ROWS = "/rows";

  private final PortalSettings portal;
  private final List<ApiOperation> others;

  /**
   * @param others what other rooms add to the API
   */
  OpenApi(PortalSettings portal, List<ApiOperation> others) {
    this.portal = portal;
    this.others = others;
  }

  /** Every route of the API. */
  ObjectNode whole(Messages messages) {
    Writing writing = new Writing(messages);
    ObjectNode document = writing.document(messages.text("api.openapi.title"));
    ObjectNode paths = document.putObject("paths");
    writing.list(paths);
    writing.dataset(paths);
    writing.rows(paths, "/api/datasets/{slug}", writing.slug(), writing.anyColumn());
    writing.descriptions(paths);
    writing.schemas(document);
    others.forEach(other -> other.describe(document, messages));
    return document;
  }

  /** The routes of one dataset, with the filters its columns allow. */
  ObjectNode of(Dataset dataset, Version version, Messages messages) {
    Writing writing = new Writing(messages);
    ObjectNode document = writing.document(version.description().title());
    writing.rows(
        document.putObject("paths"),
        CatalogPaths.api(dataset.slug()),
        JSON.createArrayNode(),
        writing.columns(version));
    writing.schemas(document);
    writing.rowSchema(document, version);
    return document;
  }

  /** One document in the making. */
  private final class Writing {
    private final Messages messages;

    Writing(Messages messages) {
      this.messages = messages;
    }

    ObjectNode document(String title) {
      ObjectNode document = JSON.createObjectNode();
      document.put("openapi", "3.1.0");
      ObjectNode info = document.putObject("info");
      info.put("title", title);
      info.put("version", "1");
      info.put("description", say("about"));
      document.putArray("servers").addObject().put("url", portal.url().toString());
      return document;
    }

    void list(ObjectNode paths) {
      ObjectNode get = operation(paths, "/api/datasets", "list");
      ArrayNode parameters = get.putArray("parameters");
      query(parameters, "q", say("parameter.q"), JSON.createObjectNode().put("type", "string"));
      for (Facet facet : Facet.values()) {
        String name = ApiSearch.name(facet);
        ObjectNode values = JSON.createObjectNode().put("type", "array");
        values.putObject("items").put("type", "string");
        query(parameters, name, say("parameter." + name), values);
      }
      ObjectNode orders = JSON.createObjectNode().put("type", "string");
      ArrayNode values = orders.putArray("enum");
      ApiSearch.orders().forEach(values::add);
      query(parameters, "sort", say("parameter.sort"), orders);
      query(parameters, "page", say("parameter.page"), count(1, null));
      answers(get, "DatasetPage");
    }

    void dataset(ObjectNode paths) {
      ObjectNode get = operation(paths, "/api/datasets/{slug}", "dataset");
      get.set("parameters", slug());
      answers(get, "Dataset");
    }

    void rows(ObjectNode paths, String base, ArrayNode first, List<ObjectNode> columns) {
      ObjectNode get = operation(paths, base + ROWS, "rows");
      ArrayNode parameters = get.putArray("parameters");
      parameters.addAll(first);
      query(parameters, "page", say("parameter.page"), count(1, null));
      query(
          parameters,
          "page_size",
          say("parameter.page-size"),
          count(RowAddress.USUAL_PAGE, RowAddress.LARGEST_PAGE));
      query(
          parameters,
          "columns",
          say("parameter.columns"),
          JSON.createObjectNode().put("type", "string"));
      columns.forEach(parameters::add);
      answers(get, "RowPage");
      ObjectNode csv = operation(paths, base + ROWS + ".csv", "csv");
      csv.set("parameters", parameters.deepCopy());
      ObjectNode content = responses(csv).putObject("200");
      content.put("description", say("answer.csv"));
      content.putObject("content").putObject("text/csv").putObject("schema").put("type", "string");
    }

    void descriptions(ObjectNode paths) {
      answers(operation(paths, "/api/openapi.json", "openapi"), "Any");
      ObjectNode one = operation(paths, "/api/datasets/{slug}/openapi.json", "openapi-dataset");
      one.set("parameters", slug());
      answers(one, "Any");
    }

    ArrayNode slug() {
      ArrayNode parameters = JSON.createArrayNode();
      ObjectNode slug = parameters.addObject();
      slug.put("name", "slug").put("in", "path").put("required", true);
      slug.put("description", say("parameter.slug"));
      slug.putObject("schema").put("type", "string");
      return parameters;
    }

    /** Filters are on any column: one free object says so. */
    List<ObjectNode> anyColumn() {
      ObjectNode filters = JSON.createObjectNode();
      filters.put("name", "filters").put("in", "query").put("style", "form").put("explode", true);
      filters.put("description", say("parameter.filters").replace("{words}", RowAddress.WORDS));
      filters
          .putObject("schema")
          .put("type", "object")
          .putObject("additionalProperties")
          .put("type", "string");
      return List.of(filters);
    }

    List<ObjectNode> columns(Version version) {
      List<ObjectNode> parameters = new ArrayList<>();
      for (ColumnDescription column : version.columns()) {
        for (Operator operator : Operator.values()) {
          parameters.add(column(column, operator.word(), type(column, operator)));
        }
        ObjectNode order = JSON.createObjectNode().put("type", "string");
        order.putArray("enum").add("asc").add("desc");
        parameters.add(column(column, "sort", order));
        parameters.add(column(column, "groupby", JSON.createObjectNode().put("type", "string")));
        Arrays.stream(Measure.Function.values())
            .filter(function -> column.numeric() || !needsNumbers(function))
            .forEach(
                function ->
                    parameters.add(
                        column(
                            column,
                            function.word(),
                            JSON.createObjectNode().put("type", "string"))));
      }
      return parameters;
    }

    private boolean needsNumbers(Measure.Function function) {
      return function == Measure.Function.SUM || function == Measure.Function.AVG;
    }

    private ObjectNode column(ColumnDescription column, String word, ObjectNode schema) {
      ObjectNode parameter = JSON.createObjectNode();
      parameter.put("name", column.name() + "__" + word).put("in", "query");
      parameter.put("description", column.title() + " : " + say("word." + word));
      parameter.set("schema", schema);
      return parameter;
    }

    private ObjectNode type(ColumnDescription column, Operator operator) {
      boolean asText =
          switch (operator) {
            case CONTAINS, NOTCONTAINS, IN, NOTIN, ISNULL, ISNOTNULL -> true;
            case EXACT, DIFFERS, LESS, GREATER, STRICTLY_LESS, STRICTLY_GREATER -> false;
          };
      return asText ? JSON.createObjectNode().put("type", "string") : value(column);
    }

    private ObjectNode value(ColumnDescription column) {
      ObjectNode schema = JSON.createObjectNode();
      switch (column.type()) {
        case INTEGER -> schema.put("type", "integer");
        case DECIMAL -> schema.put("type", "number");
        case BOOLEAN -> schema.put("type", "boolean");
        case DATE -> schema.put("type", "string").put("format", "date");
        case DATETIME -> schema.put("type", "string").put("format", "date-time");
        case TEXT -> schema.put("type", "string");
      }
      return schema;
    }

    void rowSchema(ObjectNode document, Version version) {
      ObjectNode row = (ObjectNode) document.at("/components/schemas/Row");
      ObjectNode properties = row.putObject("properties");
      properties.putObject("__id").put("type", "integer");
      for (ColumnDescription column : version.columns()) {
        ObjectNode value = value(column);
        String type = value.path("type").asString();
        value.putArray("type").add(type).add("null");
        value.put("title", column.title());
        if (!column.description().isBlank()) {
          value.put("description", column.description());
        }
        properties.set(column.name(), value);
      }
    }

    void schemas(ObjectNode document) {
      ObjectNode schemas = document.putObject("components").putObject("schemas");
      schemas.putObject("Any").put("type", "object");
      schemas.putObject("Row").put("type", "object").put("description", say("schema.row"));
      schemas.set("Dataset", dataset());
      schemas.set("RowPage", page("Row"));
      schemas.set("DatasetPage", datasetPage());
      ObjectNode problem = schemas.putObject("Problem");
      problem.put("type", "object").put("description", say("schema.problem"));
      ObjectNode properties = problem.putObject("properties");
      for (String name : List.of("type", "title", "detail", "code")) {
        properties.putObject(name).put("type", "string");
      }
      properties.putObject("status").put("type", "integer");
    }

    private ObjectNode dataset() {
      ObjectNode dataset = JSON.createObjectNode().put("type", "object");
      ObjectNode properties = dataset.putObject("properties");
      Map<String, String> types =
          Map.of(
              "version", "integer",
              "row_count", "integer",
              "keywords", "array",
              "distributions", "array",
              "columns", "array",
              "license", "object",
              "territory", "object",
              "publisher", "object",
              "schema", "object");
      for (var component : ApiDataset.class.getRecordComponents()) {
        String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        ObjectNode property = properties.putObject(name);
        String type = types.getOrDefault(name, "string");
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          property.putArray("type").add(type).add("null");
        } else {
          property.put("type", type);
        }
      }
      return dataset;
    }

    private ObjectNode datasetPage() {
      ObjectNode page = page("Dataset");
      ObjectNode properties = (ObjectNode) page.get("properties");
      ObjectNode facets = properties.putObject("facets").put("type", "object");
      facets.put("description", say("schema.facets"));
      ObjectNode choice =
          facets.putObject("additionalProperties").put("type", "array").putObject("items");
      ObjectNode said = choice.put("type", "object").putObject("properties");
      said.putObject("value").put("type", "string");
      said.putObject("title").putArray("type").add("string").add("null");
      said.putObject("count").put("type", "integer");
      ObjectNode search = properties.putObject("search").put("type", "object");
      search.put("description", say("schema.search"));
      ObjectNode understood = search.putObject("properties");
      understood.putObject("loosened").put("type", "boolean");
      ObjectNode correction =
          understood.putObject("corrections").put("type", "array").putObject("items");
      ObjectNode words = correction.put("type", "object").putObject("properties");
      words.putObject("typed").put("type", "string");
      words.putObject("meant").put("type", "string");
      return page;
    }

    private ObjectNode page(String item) {
      ObjectNode page = JSON.createObjectNode().put("type", "object");
      ObjectNode properties = page.putObject("properties");
      properties.putObject("data").put("type", "array").set("items", reference(item));
      ObjectNode links =
          properties.putObject("links").put("type", "object").putObject("properties");
      for (String name : List.of("next", "prev")) {
        links.putObject(name).putArray("type").add("string").add("null");
      }
      ObjectNode meta = properties.putObject("meta").put("type", "object").putObject("properties");
      for (String name : List.of("page", "page_size", "total")) {
        meta.putObject(name).put("type", "integer");
      }
      return page;
    }

    private ObjectNode operation(ObjectNode paths, String path, String name) {
      ObjectNode get = paths.withObjectProperty(path).putObject("get");
      get.put("operationId", name);
      get.put("summary", say("operation." + name));
      return get;
    }

    private void answers(ObjectNode operation, String schema) {
      ObjectNode found = responses(operation).putObject("200");
      found.put("description", say("answer.found"));
      found.putObject("content").putObject("application/json").set("schema", reference(schema));
    }

    private ObjectNode responses(ObjectNode operation) {
      ObjectNode responses = operation.putObject("responses");
      for (String status : List.of("400", "404", "410", "429")) {
        ObjectNode problem = responses.putObject(status);
        problem.put("description", say("answer." + status));
        problem
            .putObject("content")
            .putObject("application/problem+json")
            .set("schema", reference("Problem"));
      }
      return responses;
    }

    private void query(ArrayNode parameters, String name, String description, ObjectNode schema) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", name).put("in", "query").put("description", description);
      parameter.set("schema", schema);
    }

    private ObjectNode count(int usual, @Nullable Integer most) {
      ObjectNode schema = JSON.createObjectNode().put("type", "integer");
      schema.put("minimum", 1).put("default", usual);
      if (most != null) {
        schema.put("maximum", most);
      }
      return schema;
    }

    private ObjectNode reference(String schema) {
      return JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    }

    private String say(String key) {
      return messages.text("api.openapi." + key);
    }
  }
}
