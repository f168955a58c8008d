package fr.jalon.portal.document;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a text with fields was read as: a template, or at least one fault. */
public final class TemplateReading {
  private final @Nullable Template template;
  private final List<TemplateFault> faults;

  private TemplateReading(@Nullable Template template, List<TemplateFault> faults) {
    this.template = template;
    this.faults = faults;
  }

  static TemplateReading of(Template template) {
    return new TemplateReading(template, List.of());
  }

  static TemplateReading of(List<TemplateFault> faults) {
    return new TemplateReading(null, List.copyOf(faults));
  }

  public Optional<Template> findTemplate() {
    return Optional.ofNullable(template);
  }

  /**
   * The template of a text that is known to be right.
   *
   * @throws IllegalStateException when there are faults
   */
  public Template getTemplate() {
    return findTemplate().orElseThrow(() -> new IllegalStateException("not a template: " + faults));
  }

  /** In the order of the text; none when it is a template. */
  public List<TemplateFault> faults() {
    return faults;
  }
}
