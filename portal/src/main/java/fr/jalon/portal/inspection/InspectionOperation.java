package fr.jalon.portal.inspection;

import fr.jalon.portal.web.ApiOperation;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.UploadSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The inspection described for people and for programs. The fields are those of {@code
 * docs/inspection.md}, which a test holds to the engine's records.
 */
@Component
class InspectionOperation implements ApiOperation {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final PortalSettings portal;
  private final UploadSettings uploads;
  private final InspectionPage page;

  InspectionOperation(PortalSettings portal, UploadSettings uploads) {
    this.portal = portal;
    this.uploads = uploads;
    try (InputStream in = InspectionOperation.class.getResourceAsStream("inspection.md")) {
      if (in == null) {
        throw new IllegalStateException("docs/inspection.md is not on the class path");
      }
      this.page = InspectionPage.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String address() {
    return "POST " + InspectionsApi.PATH;
  }

  @Override
  public String summary(Messages messages) {
    return messages.text("inspection.summary");
  }

  @Override
  public String explanation(Messages messages) {
    return messages.text("inspection.explanation", messages.size(uploads.announced()));
  }

  @Override
  public String command() {
    return "curl -F 'file=@subventions.csv' '" + portal.link(InspectionsApi.PATH) + "'";
  }

  @Override
  public void describe(ObjectNode document, Messages messages) {
    page.writeTo(document.withObjectProperty("components").withObjectProperty("schemas"));
    ObjectNode post =
        document.withObjectProperty("paths").putObject(InspectionsApi.PATH).putObject("post");
    post.put("operationId", "inspect");
    post.put("summary", summary(messages));
    post.put("description", explanation(messages));
    ArrayNode parameters = post.putArray("parameters");
    for (String name : ReadParameters.names()) {
      parameters
          .addObject()
          .put("name", name)
          .put("in", "query")
          .put("description", messages.text("inspection.parameter." + name))
          .set("schema", schema(name));
    }
    ObjectNode content = post.putObject("requestBody").put("required", true).putObject("content");
    ObjectNode form =
        content.putObject("multipart/form-data").putObject("schema").put("type", "object");
    ObjectNode fields = form.putObject("properties");
    fields.putObject("file").put("type", "string").put("format", "binary");
    ReadParameters.names().forEach(name -> fields.set(name, schema(name)));
    form.putArray("required").add("file");
    content
        .putObject("application/octet-stream")
        .putObject("schema")
        .put("type", "string")
        .put("format", "binary");
    answers(post.putObject("responses"), messages);
  }

  private static void answers(ObjectNode responses, Messages messages) {
    ObjectNode found = responses.putObject("200");
    found.put("description", messages.text("inspection.answer.200"));
    found
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Inspection");
    for (String status : List.of("400", "413", "429", "503")) {
      ObjectNode problem = responses.putObject(status);
      problem.put("description", messages.text("inspection.answer." + status));
      problem
          .putObject("content")
          .putObject("application/problem+json")
          .putObject("schema")
          .put("$ref", "#/components/schemas/Problem");
    }
  }

  private static ObjectNode schema(String parameter) {
    ObjectNode schema = JSON.createObjectNode();
    switch (parameter) {
      case "table" -> schema.put("type", "integer").put("minimum", 1);
      case "shape" ->
          schema
              .put("type", "string")
              .putArray("enum")
              .add("rows")
              .add("transposed")
              .add("unpivoted");
      case "hidden" -> schema.put("type", "string").putArray("enum").add("skip").add("read");
      default -> schema.put("type", "string");
    }
    return schema;
  }
}
