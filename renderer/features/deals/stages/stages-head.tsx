import { useTranslation } from 'react-i18next';
import classes from './stages.module.css';

const columns = ['nameZh', 'nameEn', 'probability', 'category', 'deals'] as const;

export function StagesHead() {
  const { t } = useTranslation('settings');
  return (
    <thead>
      <tr>
        <th>
          <span className={classes['unseen']}>{t('stages.columns.order')}</span>
        </th>
        {columns.map((column) => (
          <th key={column} scope="col" data-column={column}>
            {t(`stages.columns.${column}`)}
          </th>
        ))}
        <th>
          <span className={classes['unseen']}>{t('stages.columns.more')}</span>
        </th>
      </tr>
    </thead>
  );
}
