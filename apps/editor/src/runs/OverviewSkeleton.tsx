import { Skeleton } from '@mantine/core';

/** As high as the chart of runs, so that the list below does not move when it comes. */
export const OverviewSkeleton = () => <Skeleton height={242} radius="lg" mb="md" />;
