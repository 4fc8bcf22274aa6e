// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.plant;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code PT5M} as ISO 8601 writes it, or shorter: {@code 5m}, {@code 300s}, {@code 300}. */
final class DurationConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    String iso = upper.startsWith("P") ? upper : "PT" + upper;
    try {
      return Duration.parse(iso.matches("PT[0-9.]+") ? iso + "S" : iso);
    } catch (DateTimeParseException malformed) {
      throw new TypeConversionException("'" + text + "' is not a duration. Maybe 300s or PT5M.");
    }
  }
}
