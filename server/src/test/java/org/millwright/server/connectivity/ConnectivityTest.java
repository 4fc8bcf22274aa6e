// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.millwright.server.PlatformTest;
import org.springframework.context.annotation.Import;

/** The platform with the straight pipeline in place of the real one; shared by tests alike. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@Import(StraightPipeline.class)
@interface ConnectivityTest {}
