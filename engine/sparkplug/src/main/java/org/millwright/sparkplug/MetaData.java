// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import org.jspecify.annotations.Nullable;

/**
 * What a metric says about its bytes or file (Sparkplug 3.0, 6.4.7); null where nothing was sent.
 *
 * @param size in bytes (or characters of a text)
 * @param seq number of this part of a value sent in parts
 */
public record MetaData(
    @Nullable Boolean multiPart,
    @Nullable String contentType,
    @Nullable Long size,
    @Nullable Long seq,
    @Nullable String fileName,
    @Nullable String fileType,
    @Nullable String md5,
    @Nullable String description) {}
